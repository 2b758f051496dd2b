#!/bin/sh
docker run --detach --name orders --net=host --restart unless-stopped \
  registry.example.com/orders:3.1.0 --port 8080
